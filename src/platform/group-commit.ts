/**
 * Many small writes in one commit: what arrives while a commit runs goes with the next one. A disk takes about two
 * thousand commits a second and fifty times as many rows, and an acknowledged write is one that was committed.
 * Reads go in groups as well: each is begun after it was asked for, so nobody is told what was true before.
 */

type Waiting<In, Out> = {
  readonly item: In
  readonly resolve: (out: Out) => void
  readonly reject: (error: unknown) => void
}

/**
 * @param run writes all of them in one transaction and gives one answer for each, in their order; it is never run twice
 *   at once. When it throws, everybody of the group is told so and nothing was written.
 * @param most of one group
 */
export function groupCommit<In, Out>(
  run: (items: readonly In[]) => Promise<readonly Out[]>,
  most = 256,
): (item: In) => Promise<Out> {
  let waiting: Waiting<In, Out>[] = []
  let running = false

  async function next(): Promise<void> {
    running = true
    // What this turn of the loop brings is still let in.
    await new Promise((resolve) => setImmediate(resolve))
    while (waiting.length > 0) {
      const group = waiting.slice(0, most)
      waiting = waiting.slice(most)
      try {
        const answers = await run(group.map((one) => one.item))
        group.forEach((one, i) => {
          one.resolve(answers[i]!)
        })
      } catch (error) {
        for (const one of group) one.reject(error)
      }
    }
    running = false
  }

  return (item) =>
    new Promise((resolve, reject) => {
      waiting.push({ item, resolve, reject })
      if (!running) void next()
    })
}
