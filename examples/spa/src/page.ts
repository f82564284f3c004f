// What stands on the page. Nothing here knows about tokens.

interface Actions {
  signIn(how: 'redirect' | 'popup' | 'silently'): void
  readProfile(): void
  revoke(userPrincipalName: string): void
  renew(): void
  signOut(): void
}

function element<T extends HTMLElement>(id: string, type: new () => T): T {
  const found = document.getElementById(id)
  if (!(found instanceof type)) throw new Error(`The page has no #${id}.`)
  return found
}

const user = element('user', HTMLInputElement)

export function connect(actions: Actions): void {
  const onClick = (id: string, action: () => void) =>
    element(id, HTMLButtonElement).addEventListener('click', action)
  onClick('redirect', () => actions.signIn('redirect'))
  onClick('popup', () => actions.signIn('popup'))
  onClick('silently', () => actions.signIn('silently'))
  onClick('again', () => actions.signIn('redirect'))
  onClick('again-popup', () => actions.signIn('popup'))
  onClick('profile', actions.readProfile)
  onClick('renew', actions.renew)
  onClick('sign-out', actions.signOut)
  element('revoke', HTMLFormElement).addEventListener('submit', event => {
    event.preventDefault()
    actions.revoke(user.value)
  })
}

/** @param username undefined when nobody is signed in */
export function showAccount(name: string, username: string | undefined): void {
  const isOnButton = document.activeElement instanceof HTMLButtonElement
  element('signed-out', HTMLElement).hidden = username !== undefined
  element('signed-in', HTMLElement).hidden = username === undefined
  element('interrupted', HTMLElement).hidden = true
  element('name', HTMLElement).textContent = name
  element('username', HTMLElement).textContent = username ?? ''
  user.value ||= username ?? ''
  // The button that was pressed may be gone.
  if (isOnButton && username !== undefined) element('profile', HTMLButtonElement).focus()
}

export function askToSignInAgain(call: string): void {
  element('call', HTMLElement).textContent = call
  element('interrupted', HTMLElement).hidden = false
  element('again', HTMLButtonElement).focus()
}

/** @param text JSON, or nothing */
export function showAnswer(text: string): void {
  element('answer', HTMLElement).textContent =
    text === '' ? '' : JSON.stringify(JSON.parse(text), undefined, 2)
}

/** Adds a line to what happened. */
export function note(what: string, detail: string): void {
  const line = document.createElement('li')
  const [label, value] = [document.createElement('b'), document.createElement('span')]
  label.textContent = what
  value.textContent = detail
  line.append(label, ' ', value)
  element('log', HTMLElement).append(line)
}
