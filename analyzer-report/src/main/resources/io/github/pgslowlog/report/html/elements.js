// Pieces of the page: elements, charts, statements to copy. Texts get in as texts only, never as markup.

const $ = id => document.getElementById(id);
const SVG = 'http://www.w3.org/2000/svg';

function el(name, attributes, ...children) {
  const node = document.createElement(name);
  return fill(node, attributes, children);
}
function svg(name, attributes, ...children) {
  return fill(document.createElementNS(SVG, name), attributes, children);
}
function fill(node, attributes, children) {
  for (const key in attributes) {
    if (attributes[key] !== null && attributes[key] !== undefined) node.setAttribute(key, attributes[key]);
  }
  node.append(...children.flat().filter(child => child !== null && child !== undefined));
  return node;
}

// --- charts

function stepPath(values) {
  let max = 0;
  for (const value of values) max = Math.max(max, value);
  if (max <= 0) return '';
  let path = 'M0,100';
  let level = 100;
  values.forEach((value, i) => {
    const height = value <= 0 ? 0 : Math.max(2, Math.round(value / max * 100));
    if (100 - height !== level) {
      level = 100 - height;
      path += 'H' + i + 'V' + level;
    }
  });
  return path + 'H' + values.length + 'V100Z';
}
function spread(bins, from, to, value) {
  const first = Math.max(0, Math.trunc(from));
  const last = Math.min(bins.length - 1, Math.ceil(to) - 1);
  for (let i = first; i <= last; i++) {
    bins[i] += Math.max(0, Math.min(to, i + 1) - Math.max(from, i)) * value / (to - from);
  }
}
function area(values, label) {
  return svg('svg', {viewBox: '0 0 ' + values.length + ' 100', preserveAspectRatio: 'none',
    role: 'img', 'aria-label': label}, svg('path', {d: stepPath(values)}));
}

// --- copying

async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch (e) {
    const area = el('textarea', {class: 'vh', 'aria-hidden': 'true', tabindex: '-1'});
    area.value = text;
    document.body.append(area);
    const focused = document.activeElement;
    area.select();
    let done = false;
    try { done = document.execCommand('copy'); } catch (failed) { /* told below */ }
    area.remove();
    if (focused) focused.focus();
    return done;
  }
}
function say(text) { $('said').textContent = text; }
async function copied(button, text, what) {
  const label = button.dataset.label || button.textContent;
  button.dataset.label = label;
  const done = await copy(text);
  button.textContent = done ? 'Copied' : 'Press Ctrl+C';
  if (!done) select(button);
  say(done ? what + ' copied' : what + ' could not be copied');
  setTimeout(() => { button.textContent = label; }, 1600);
}
function select(button) {
  const pre = button.parentElement.querySelector('pre');
  if (pre) getSelection().selectAllChildren(pre);
}

/** Sets keywords off; everything else stays as it is. */
function highlight(pre) {
  const sql = pre.textContent;
  if (sql.length > 20000 || pre.children.length) return pre;
  const parts = sql.split(/("[^"]*"|'[^']*'|\b[A-Z]{2,}\b)/);
  pre.replaceChildren(...parts.map((part, i) =>
    i % 2 && part[0] !== '"' && part[0] !== "'" ? el('b', {}, part) : part));
  return pre;
}
function code(sql, label) {
  return el('div', {class: 'code'},
    highlight(el('pre', {class: 'sqltext'}, sql)),
    el('button', {type: 'button', class: 'copy', 'aria-label': 'Copy ' + label}, 'Copy'));
}
