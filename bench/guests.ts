/**
 * Guests who register for one event at once, each with an address of their own, from a process of its own:
 * `node bench/guests.ts CONNECTIONS SECONDS URL`. Says what autocannon says.
 */
import { createRequire } from 'node:module'

type Request = { readonly headers?: Readonly<Record<string, string>>; readonly body?: string }
type Load = {
  readonly url: string
  readonly connections: number
  readonly duration: number
  readonly requests: readonly { method: string; setupRequest(request: Request): Request }[]
}
const autocannon: (load: Load) => Promise<unknown> = createRequire(import.meta.url)('autocannon')
const [connections = '', seconds = '', url = ''] = process.argv.slice(2)

let guest = 0
const result = await autocannon({
  url,
  connections: Number(connections),
  duration: Number(seconds),
  requests: [
    {
      method: 'POST',
      setupRequest: (request) => {
        guest++
        return {
          ...request,
          headers: {
            origin: new URL(url).origin,
            'content-type': 'application/x-www-form-urlencoded',
            // Each comes from home: many from one address would be taken for a flood.
            'x-forwarded-for': `10.${guest >> 16}.${(guest >> 8) & 255}.${guest & 255}`,
          },
          body: `name=Guest+${guest}&email=guest${guest}.${process.pid}@bench.invalid&photoConsent=yes&consent=yes`,
        }
      },
    },
  ],
})
process.stdout.write(JSON.stringify(result))
