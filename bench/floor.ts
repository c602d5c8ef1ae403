/**
 * What a page costs before there is any product: the bare web server, one statement with the rows of the list, and as many
 * bytes of HTML that are ready beforehand. No page that asks the database can be quicker than this.
 */
import fastify from 'fastify'
import pg from 'pg'

const [databaseUrl = '', port = '', bytes = ''] = process.argv.slice(2)

const pool = new pg.Pool({ connectionString: databaseUrl, max: 10 })
const body = Buffer.alloc(Number(bytes), 'x')
const list = {
  name: 'floor',
  text: `select e.id, e.kind, e.title, e.happened_from, e.happened_to, e.participants, e.unit_id, (
      select string_agg(em.measure_id::text, ' ') from evidence_measures em where em.evidence_id = e.id) as measures
    from evidence e where e.state = 'recorded' order by e.happened_from desc, e.id desc limit 21`,
}
const app = fastify()
app.get('/', async (_, reply) => {
  const { rows } = await pool.query(list)
  if (rows.length === 0) throw new Error('nothing to show')
  return reply.type('text/html; charset=utf-8').send(body)
})
await app.listen({ port: Number(port), host: '127.0.0.1' })
process.once('SIGTERM', () => void app.close().then(() => process.exit(0)))
