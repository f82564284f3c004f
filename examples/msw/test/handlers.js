// The team's own handlers, as they were before.
import { HttpResponse, http } from 'msw'

export const ownHandlers = [
  http.get('https://orders.example.com/customers/:id/orders', () =>
    HttpResponse.json([{ number: 1001, item: 'Coffee, 1 kg' }]),
  ),
]
