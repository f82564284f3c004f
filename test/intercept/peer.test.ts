// Packages that users install themselves, where they have not.
import t from 'tap'
import { loadPeer } from '../../src/in-process/peer.ts'

const importing = (specifier: string) => () => import(specifier)

t.test('loadPeer', async t => {
  t.test('gives the package', async t => {
    const { http } = await loadPeer('graph-understudy/msw', 'msw@2', () => import('msw'))
    t.type(http.all, 'function')
  })

  t.test('says what to install where it is missing, or lacks what is asked for', async t => {
    const message =
      'graph-understudy/x needs @no-such/package. Install it: npm install --save-dev @no-such/package@2'
    await t.rejects(
      loadPeer('graph-understudy/x', '@no-such/package@2', importing('@no-such/package/part')),
      { message, cause: { code: 'ERR_MODULE_NOT_FOUND' } },
    )
    await t.rejects(loadPeer('graph-understudy/x', 'msw@2', importing('msw/no-such-part')), {
      message: /needs msw\. Install it: npm install --save-dev msw@2$/,
      cause: { code: 'ERR_PACKAGE_PATH_NOT_EXPORTED' },
    })
  })

  t.test('passes on what else goes wrong', async t => {
    const missing = loadPeer('graph-understudy/x', 'msw@2', importing('@no-such/package'))
    await t.rejects(missing, { code: 'ERR_MODULE_NOT_FOUND', message: /no-such/ })
    const defect = new Error('a defect of the package')
    await t.rejects(
      loadPeer('graph-understudy/x', 'msw@2', () => Promise.reject(defect)),
      defect,
    )
  })
})
