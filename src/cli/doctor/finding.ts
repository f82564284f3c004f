// What a check of the doctor comes to.

export interface Finding {
  readonly outcome: 'ok' | 'advice' | 'problem'
  /** What was looked at, in a word or two. */
  readonly subject: string
  /** What was found, and what to do about it. */
  readonly text: string
}

/** Gives a subject's findings. */
export function about(subject: string): Record<Finding['outcome'], (text: string) => Finding> {
  return {
    ok: text => ({ outcome: 'ok', subject, text }),
    advice: text => ({ outcome: 'advice', subject, text }),
    problem: text => ({ outcome: 'problem', subject, text }),
  }
}
