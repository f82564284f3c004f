// As much of a browser as the app needs: it keeps the app's cookies, follows redirects, and signs in whom it belongs to.

export class Browser {
  #app
  #username
  #cookies = new Map()

  constructor(app, username) {
    this.#app = app
    this.#username = username
  }

  /** Follows redirects to the end; gives the addresses it came by, and what it shows. */
  async open(path) {
    const visited = []
    let url = new URL(path, 'http://localhost:3000')
    for (;;) {
      visited.push(url.origin + url.pathname)
      const response = await this.#request(url)
      const location = response.headers.get('location')
      if (location === null) return { visited, text: await response.text() }
      url = new URL(location, url)
    }
  }

  async #request(url) {
    if (url.hostname === 'login.microsoftonline.com') {
      url.searchParams.set('login_hint', this.#username)
      return fetch(url, { redirect: 'manual' })
    }
    const cookie = [...this.#cookies].map(pair => pair.join('=')).join('; ')
    const response = await this.#app.request(url, { headers: { cookie } })
    for (const line of response.headers.getSetCookie()) {
      const [name, value] = line.split(';')[0].split('=')
      this.#cookies.set(name, value)
    }
    return response
  }
}
