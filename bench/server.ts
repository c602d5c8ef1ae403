/**
 * The program without its page cache, on a database that runs: what a page costs when it is made anew. `off`: each request
 * makes its own; `shared`: those who ask at the same moment share one, as they do in the program after a commit.
 */
import { createApp } from '../src/app.ts'
import { SILENT } from '../src/platform/log.ts'

const [databaseUrl = '', port = '', dataDir = '', caching = ''] = process.argv.slice(2)

const app = await createApp({
  config: {
    publicUrl: `http://127.0.0.1:${port}`,
    dataDir,
    // Guests of a load come from addresses of their own.
    trustProxy: 1,
    uploadLimit: 1024 * 1024,
    oidc: null,
    smtpUrl: null,
    mailFrom: 'viche@localhost',
    databaseConnections: 10,
  },
  databaseUrl,
  secret: 'a secret of the bench, longer than thirty-two',
  log: SILENT,
  withJobs: false,
  pageCache: caching === 'shared' ? 'shared' : 'off',
})
await app.server.listen({ port: Number(port), host: '127.0.0.1' })
process.once('SIGTERM', () => void app.close().then(() => process.exit(0)))
