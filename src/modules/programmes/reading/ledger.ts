/** Who took which line. A line has one owner; the first claim holds. */
import { isBlank, type Line, type Lines } from './text/lines.ts'
import type { Part, PartLines, TextWithLines } from './types.ts'

export type Ledger = {
  /** Claims every free line that is not empty within a span. */
  readonly claim: (part: Part, lines: Lines) => void
  readonly owner: (n: number) => Part | null
  readonly isFree: (n: number) => boolean
  /** Runs of lines with one owner; empty lines between them do not part a run. */
  readonly parts: () => readonly PartLines[]
  readonly notUnderstood: () => readonly TextWithLines[]
}

export function openLedger(lines: readonly Line[]): Ledger {
  const owners: (Part | null)[] = lines.map(() => null)
  const full = lines.filter((l) => !isBlank(l))

  function runs(): readonly { part: Part | null; lines: readonly Line[] }[] {
    const out: { part: Part | null; lines: Line[] }[] = []
    for (const line of full) {
      const part = owners[line.n - 1] ?? null
      const last = out.at(-1)
      if (last && last.part === part) last.lines.push(line)
      else out.push({ part, lines: [line] })
    }
    return out
  }

  return {
    claim(part, [first, last]) {
      for (let n = Math.max(1, first); n <= Math.min(lines.length, last); n++) {
        if (owners[n - 1] === null && !isBlank(lines[n - 1]!)) owners[n - 1] = part
      }
    },
    owner: (n) => owners[n - 1] ?? null,
    isFree: (n) => n >= 1 && n <= lines.length && owners[n - 1] === null && !isBlank(lines[n - 1]!),
    parts: () =>
      runs().flatMap((r) =>
        r.part === null ? [] : [{ part: r.part, lines: [r.lines[0]!.n, r.lines.at(-1)!.n] as const }],
      ),
    notUnderstood: () =>
      runs().flatMap((r) =>
        r.part === null
          ? [
              {
                text: r.lines
                  .map((l) => l.raw)
                  .join('\n')
                  .trim(),
                lines: [r.lines[0]!.n, r.lines.at(-1)!.n] as const,
              },
            ]
          : [],
      ),
  }
}
