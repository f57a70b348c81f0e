// The page works without scripts; with these files, which make one script, it can be filtered, sorted, zoomed and
// copied from.

const root = document.documentElement;
root.classList.add('js');
const store = {
  get() { try { return localStorage.getItem('pgslowlog-theme'); } catch (e) { return null; } },
  set(v) { try { localStorage.setItem('pgslowlog-theme', v); } catch (e) { /* not kept */ } },
};
const kept = store.get();
if (kept === 'light' || kept === 'dark') root.dataset.theme = kept;

addEventListener('DOMContentLoaded', () => {
  const data = JSON.parse($('data').textContent);
  theme();
  buttons();
  document.querySelectorAll('pre.sqltext').forEach(highlight);
  navigation();
  const list = $('rows') ? patterns(data) : null;
  const chart = $('load-svg') ? load(data, list) : null;
  if (list) list.start(chart);
  readings($('week'), $('week-reading'));
  readings($('roles'), $('roles-reading'));
  printing(list);
});

/** What is closed is opened for the printer, and closed again. */
function printing(list) {
  let opened = [];
  let close = null;
  addEventListener('beforeprint', () => {
    opened = [...document.querySelectorAll('details:not([open])')];
    opened.forEach(details => { details.open = true; });
    if (list) close = list.openFirst(10);
  });
  addEventListener('afterprint', () => {
    opened.forEach(details => { details.open = false; });
    if (close) close();
    opened = [];
    close = null;
  });
}

function theme() {
  $('theme').addEventListener('click', () => {
    const dark = root.dataset.theme ? root.dataset.theme === 'dark' : matchMedia('(prefers-color-scheme:dark)').matches;
    root.dataset.theme = dark ? 'light' : 'dark';
    store.set(root.dataset.theme);
    say(root.dataset.theme + ' colours');
  });
}

function buttons() {
  document.addEventListener('click', event => {
    const button = event.target.closest('button.copy');
    if (button) copied(button, button.parentElement.querySelector('pre').textContent, 'Statement');
  });
  const table = $('roles');
  if (!table) return;
  const by = calls => () => {
    table.classList.toggle('by-calls', calls);
    table.classList.toggle('by-time', !calls);
    root.dataset.by = calls ? 'calls' : 'time';
    $('by-calls').setAttribute('aria-pressed', calls);
    $('by-time').setAttribute('aria-pressed', !calls);
  };
  $('by-time').addEventListener('click', by(false));
  $('by-calls').addEventListener('click', by(true));
}

/** Writes the figures of a cell into a line: of that which is pointed at, tapped or has the focus. */
function readings(table, line) {
  if (!table) return;
  const cells = [...table.querySelectorAll('td[title]')];
  if (!cells.length) return;
  const hint = line.textContent;
  const steps = {ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0]};
  let current = cells[0];
  cells.forEach(cell => { cell.tabIndex = cell === current ? 0 : -1; });
  table.setAttribute('role', 'grid');
  const cellOf = event => event.target.closest('td[title]');
  const read = cell => { line.textContent = cell ? cell.title : hint; };
  function next(cell, [down, right]) {
    let row = cell.parentElement.rowIndex, column = cell.cellIndex, to = null;
    do {
      row += down;
      column += right;
      to = table.rows[row] && table.rows[row].cells[column];
    } while (table.rows[row] && column > 0 && column < table.rows[0].cells.length && !(to && to.title));
    return to && to.title ? to : null;
  }
  table.addEventListener('keydown', event => {
    const cell = cellOf(event);
    const to = cell && steps[event.key] && next(cell, steps[event.key]);
    if (cell && steps[event.key]) event.preventDefault();
    if (to) to.focus();
  });
  table.addEventListener('focusin', event => {
    const cell = cellOf(event);
    if (!cell) return;
    current.tabIndex = -1;
    cell.tabIndex = 0;
    current = cell;
    read(cell);
  });
  table.addEventListener('mouseover', event => { if (cellOf(event)) read(cellOf(event)); });
  table.addEventListener('mouseleave', () => read(table.contains(document.activeElement) ? current : null));
  table.addEventListener('focusout', () => read(null));
}

function navigation() {
  const links = [...document.querySelectorAll('nav a')];
  const sections = links.map(link => document.querySelector(link.getAttribute('href')));
  const mark = () => {
    const line = innerHeight / 3;
    let now = 0;
    sections.forEach((section, i) => { if (section.getBoundingClientRect().top <= line) now = i; });
    if (innerHeight + scrollY >= document.body.scrollHeight - 2) now = sections.length - 1;
    if (links[now].hasAttribute('aria-current')) return;
    links.forEach((link, i) => i === now ? link.setAttribute('aria-current', 'true') : link.removeAttribute('aria-current'));
    const bar = links[now].parentElement;
    bar.scrollLeft = links[now].offsetLeft - bar.offsetLeft - (bar.clientWidth - links[now].offsetWidth) / 2;
  };
  let waiting = false;
  addEventListener('scroll', () => {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => { waiting = false; mark(); });
  }, {passive: true});
  mark();
}
