// Made-up users in numbers.

/** How many the journeys of batches revoke for. */
export const CROWD = 1000
