// How the pages look: one style sheet, in every page, known to the content security policy by its hash.

/** Light and dark by the reader's setting; every pair of text and ground has a contrast of 4.5 or more. */
export const styles = `
:root {
  color-scheme: light dark;
  --ground: #f2f5f3; --glow: #dcefe9; --card: #ffffff; --raised: #f6f9f8; --shade: 0 1px 2px #0b1f1a14, 0 12px 40px #0b1f1a14;
  --ink: #16211e; --soft: #53615d; --line: #d9e1de; --edge: #7c8a86;
  --accent: #12675f; --accent-strong: #0d524b; --on-accent: #ffffff; --tint: #e2f1ee;
  --danger: #a8251c; --danger-tint: #fcecea; --gold: #b07a1e; --gold-tint: #fbf3e0; --gold-ink: #5a4208;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ground: #0e1413; --glow: #15302b; --card: #171f1d; --raised: #1d2725; --shade: 0 1px 2px #0006, 0 12px 40px #0006;
    --ink: #e8efed; --soft: #a5b3af; --line: #2d3936; --edge: #73827e;
    --accent: #7fd6c8; --accent-strong: #a5e6db; --on-accent: #05211d; --tint: #1c3631;
    --danger: #ffb4ab; --danger-tint: #3b1c19; --gold: #c99a3c; --gold-tint: #2b2413; --gold-ink: #f0dba6;
  }
}
*, ::before, ::after { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body {
  margin: 0; min-height: 100vh; min-height: 100svh; padding: 24px 16px;
  display: grid; grid-template-rows: 1fr auto auto 1fr auto; justify-items: center; row-gap: 16px;
  background: radial-gradient(90rem 36rem at 50% -8rem, var(--glow), transparent 70%) no-repeat var(--ground);
  color: var(--ink);
  font: 16px/1.5 system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', 'Noto Sans', sans-serif;
  overflow-wrap: anywhere;
}
header, main, footer { width: 100%; max-width: 28rem; min-width: 0; }
header { grid-row: 2; display: flex; align-items: center; gap: 10px; padding: 0 4px; color: var(--soft); font-size: 15px; font-weight: 600; letter-spacing: .01em; }
main { grid-row: 3; padding: 32px; background: var(--card); border: 1px solid var(--line); border-radius: 16px; box-shadow: var(--shade); }
footer { grid-row: 5; padding: 8px 4px 0; color: var(--soft); font-size: 13px; text-align: center; text-wrap: balance; }
.mark { width: 26px; height: 26px; flex: none; }
.mark .solid { fill: var(--accent); }
.mark .outline { fill: none; stroke: var(--gold); stroke-width: 2; }

h1 { margin: 0; font-size: 26px; line-height: 1.25; font-weight: 650; letter-spacing: -.01em; text-wrap: balance; }
h2 { margin: 0; font-size: 14px; font-weight: 650; }
p { margin: 12px 0 0; }
code { font: 13px/1.5 ui-monospace, SFMono-Regular, Consolas, 'DejaVu Sans Mono', monospace; }
.strong { font-weight: 600; }
.purpose, .identity { margin-top: 4px; color: var(--soft); }
.notice { padding: 10px 14px; border-left: 3px solid var(--accent); border-radius: 4px 8px 8px 4px; background: var(--tint); }
.error { margin-top: 12px; color: var(--danger); font-size: 15px; }
.error code { white-space: nowrap; opacity: .9; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }

form { margin-top: 20px; }
.ask { display: grid; grid-template-columns: 1fr 1fr; gap: 0 12px; margin-top: 20px; }
.ask form { display: contents; }
.ask .label, .ask .error, .ask .field { grid-column: 1 / -1; }
.ask .primary, .ask .secondary { margin-top: 16px; }
.label { display: block; font-size: 15px; font-weight: 600; }
.field {
  display: block; width: 100%; min-height: 48px; margin-top: 6px; padding: 10px 14px;
  border: 1px solid var(--edge); border-radius: 10px; background: var(--card); color: inherit; font: inherit;
}
.field::placeholder { color: var(--soft); opacity: 1; }
.field:hover { border-color: var(--accent); }
.field[aria-invalid] { border-color: var(--danger); }
.unseen + .field { margin-top: 0; }
.error + .field { margin-top: 8px; }
.code { font: 600 20px/1.4 ui-monospace, SFMono-Regular, Consolas, 'DejaVu Sans Mono', monospace; letter-spacing: .12em; }
.check { display: flex; align-items: center; gap: 12px; min-height: 44px; }
.check input { width: 20px; height: 20px; margin: 0; accent-color: var(--accent); flex: none; }

.buttons { display: flex; flex-wrap: wrap; gap: 12px; margin-top: 16px; }
.buttons > * { flex: 1 1 9rem; }
.primary, .secondary {
  display: block; width: 100%; min-height: 48px; padding: 10px 20px; border: 1px solid transparent; border-radius: 10px;
  font: inherit; font-weight: 600; text-align: center; text-decoration: none; cursor: pointer; transition: background-color .15s, border-color .15s;
  -webkit-appearance: none; appearance: none;
}
.primary { background: var(--accent); color: var(--on-accent); }
.primary:hover { background: var(--accent-strong); }
.secondary { background: transparent; border-color: var(--edge); color: var(--ink); }
.secondary:hover { background: var(--raised); border-color: var(--accent); }
p + .primary { margin-top: 12px; }
.aside { margin-top: 16px; padding-top: 8px; border-top: 1px solid var(--line); }
.link { display: block; min-height: 44px; padding: 8px 0; border: 0; background: none; color: var(--accent); font: inherit; font-weight: 600; text-align: start; text-decoration: underline; text-underline-offset: 3px; cursor: pointer; }
.link:hover { color: var(--accent-strong); text-decoration-thickness: 2px; }
.hint { display: block; color: var(--soft); font-size: 14px; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
.field:focus-visible { outline-offset: 0; outline-width: 2px; border-color: var(--accent); }

ul { list-style: none; margin: 0; padding: 0; }
.tiles { border: 1px solid var(--line); border-radius: 12px; overflow: hidden; }
.tiles li + li { border-top: 1px solid var(--line); }
.tile, .face { display: flex; align-items: center; gap: 14px; width: 100%; text-align: start; }
.tile { min-height: 64px; padding: 10px 14px; border: 0; background: transparent; color: inherit; font: inherit; cursor: pointer; transition: background-color .15s; }
.tile:hover { background: var(--raised); }
.tile:focus-visible { outline-offset: -3px; border-radius: 11px; }
.tile::after { content: ''; flex: none; width: 8px; height: 8px; margin-left: auto; border: solid var(--edge); border-width: 2px 2px 0 0; transform: rotate(45deg); }
.face { margin-top: 16px; padding: 12px 14px; border: 1px solid var(--line); border-radius: 12px; background: var(--raised); }
.avatar { display: grid; place-items: center; flex: none; width: 40px; height: 40px; border: 1px solid transparent; border-radius: 50%; font-size: 15px; font-weight: 600; line-height: 1; }
.who { min-width: 0; line-height: 1.35; }
.name { font-weight: 600; }
.upn { display: block; color: var(--soft); font-size: 14px; }
.badge { display: inline-block; margin-left: 2px; padding: 0 7px; border: 1px solid var(--line); border-radius: 6px; background: var(--tint); font-size: 12.5px; line-height: 1.5; vertical-align: 1px; }
.remark { display: block; margin-top: 2px; font-size: 13px; }
.more { margin-top: 10px; color: var(--soft); font-size: 14px; }
.hue-0 { background: #d7ece8; color: #0d4d46; }
.hue-1 { background: #e0e6f8; color: #2c3f82; }
.hue-2 { background: #f7e2d8; color: #7c3313; }
.hue-3 { background: #ebe2f6; color: #573384; }
.hue-4 { background: #f5ead0; color: #634705; }
.hue-5 { background: #f8dfe8; color: #842450; }
@media (prefers-color-scheme: dark) {
  .hue-0 { background: #1b463f; color: #b5ebe1; }
  .hue-1 { background: #2b3865; color: #cfd9fb; }
  .hue-2 { background: #57301f; color: #fad7c5; }
  .hue-3 { background: #43305e; color: #e5d5fa; }
  .hue-4 { background: #4b3b14; color: #f4e0ad; }
  .hue-5 { background: #5a2640; color: #fad0e0; }
}

.permissions { margin-top: 12px; border: 1px solid var(--line); border-radius: 12px; }
.permissions li { padding: 12px 14px; }
.permissions li + li { border-top: 1px solid var(--line); }
.permissions code { display: block; color: var(--soft); }
.advice { margin-top: 20px; padding: 14px 16px; border: 1px solid var(--gold); border-radius: 12px; background: var(--gold-tint); color: var(--gold-ink); }
.advice p { margin-top: 4px; }
table { width: 100%; margin-top: 20px; border-collapse: collapse; font-size: 12.5px; color: var(--soft); }
th, td { padding: 6px 0; border-top: 1px solid var(--line); text-align: start; vertical-align: top; }
th { padding-right: 16px; font-weight: 600; white-space: nowrap; }
td { font-family: ui-monospace, SFMono-Regular, Consolas, 'DejaVu Sans Mono', monospace; font-size: 12px; }
.address { color: var(--soft); }

@media (max-width: 480px) {
  body { padding: 16px 12px; grid-template-rows: 0 auto auto 1fr auto; row-gap: 12px; }
  main { padding: 24px 20px; }
  h1 { font-size: 23px; }
  .tile, .face { gap: 12px; padding: 10px 12px; }
  .tile::after { display: none; }
}
@media (prefers-reduced-motion: reduce) { * { transition: none; } }
@media (prefers-contrast: more) { :root { --soft: var(--ink); --line: var(--edge); } }
@media (forced-colors: active) {
  .mark .solid { fill: CanvasText; }
  .mark .outline { stroke: CanvasText; }
  .tile::after { border-color: ButtonText; }
}
`
