/** The program without its page cache, on a database that runs: what a page costs when it is made anew. */
import { createApp } from '../src/app.ts'
import { SILENT } from '../src/platform/log.ts'

const [databaseUrl = '', port = '', dataDir = ''] = process.argv.slice(2)

const app = await createApp({
  config: {
    publicUrl: `http://127.0.0.1:${port}`,
    dataDir,
    trustProxy: false,
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
  pageCache: 'off',
})
await app.server.listen({ port: Number(port), host: '127.0.0.1' })
process.once('SIGTERM', () => void app.close().then(() => process.exit(0)))
