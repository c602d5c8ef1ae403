/** Events of an XML part. No entity but the five of XML is ever resolved, and nothing is fetched. */
import { SaxesParser } from 'saxes'
import { UnreadableFile } from './unreadable.ts'

export type Attributes = Readonly<Record<string, string>>
export type Handlers = {
  readonly open: (name: string, attributes: Attributes) => void
  readonly close: (name: string) => void
  readonly text: (text: string) => void
}

const DEEPEST = 400

/** Names come as written, `w:p`; @throws UnreadableFile */
export function readXml(bytes: Uint8Array, handlers: Handlers): void {
  const parser = new SaxesParser()
  let depth = 0
  parser.on('error', () => {
    throw new UnreadableFile('broken_xml')
  })
  parser.on('opentag', (tag) => {
    if (++depth > DEEPEST) throw new UnreadableFile('broken_xml')
    handlers.open(tag.name, tag.attributes as Attributes)
  })
  parser.on('closetag', (tag) => {
    depth--
    handlers.close(tag.name)
  })
  parser.on('text', handlers.text)
  parser.on('cdata', handlers.text)
  parser.write(new TextDecoder('utf-8').decode(bytes)).close()
}
