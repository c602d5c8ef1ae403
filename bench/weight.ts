/** What a first visit carries: the page and all that it or its styles name, compressed as a browser asks for it. */

export type Weight = { readonly bytes: number; readonly requests: number }

export async function firstView(origin: string, path: string): Promise<Weight> {
  const waiting = [path]
  const seen = new Set(waiting)
  let bytes = 0
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { size, text } = await fetchCompressed(origin + next)
    bytes += size
    for (const name of namedIn(text)) {
      if (seen.has(name)) continue
      seen.add(name)
      waiting.push(name)
    }
  }
  return { bytes, requests: seen.size }
}

/** Links of styles, scripts, pictures and preloads; `url(…)` of styles. All fonts are counted, used or not. */
function namedIn(text: string): string[] {
  const tags = [...text.matchAll(/<(?:link|script|img|source)\b[^>]*>/g)]
    .map((m) => m[0])
    .filter((tag) => !/\brel="?(alternate|canonical|next|prev|search)/.test(tag))
  return [
    ...tags.flatMap((tag) => /\b(?:href|src)="?(\/[^"\s>]+)/.exec(tag)?.[1] ?? []),
    ...[...text.matchAll(/url\(["']?(\/[^"')]+)/g)].map((m) => m[1]!),
  ]
}

/** `fetch` hides the coded length, so the coded bytes are asked for and read as they come. */
async function fetchCompressed(url: string): Promise<{ size: number; text: string }> {
  const { get } = await import('node:http')
  const { brotliDecompressSync, gunzipSync } = await import('node:zlib')
  return new Promise((resolve, reject) => {
    get(url, { headers: { 'accept-encoding': 'br, gzip', accept: 'text/html,*/*' } }, (answer) => {
      const chunks: Buffer[] = []
      answer.on('data', (chunk: Buffer) => chunks.push(chunk))
      answer.on('end', () => {
        const body = Buffer.concat(chunks)
        const coding = answer.headers['content-encoding']
        const plain =
          coding === 'br' ? brotliDecompressSync(body) : coding === 'gzip' ? gunzipSync(body) : body
        const readable = /^text\//.test(answer.headers['content-type'] ?? '')
        if (answer.statusCode === 200) resolve({ size: body.length, text: readable ? plain.toString() : '' })
        else reject(new Error(`${url}: ${answer.statusCode}`))
      })
    }).on('error', reject)
  })
}
