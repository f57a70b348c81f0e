// The chart of the load over time, by pointer and by keys.

function load(data, list) {
  const width = data.load[0] * 1000;
  const slices = [];
  for (let i = 1; i < data.load.length; i += 3) slices.push({at: data.load[i] * 1000, c: data.load[i + 1], m: data.load[i + 2]});
  const whole = {from: slices[0].at, to: slices[slices.length - 1].at + width};
  const chart = $('chart');
  const brush = $('brush');
  const what = el('span', {});
  const where = el('span', {class: 'where'});
  let view = whole;
  // Numbers of slices in the view: where a selection begins, and its other end.
  let anchor = null;
  let cursor = 0;
  let dragging = null;

  function slicesOf(range) { return Math.max(1, Math.round((range.to - range.from) / width)); }
  function zoom(range) {
    // Slices are counted from the first one: those of weeks begin on Mondays.
    const edge = (ms, round) => whole.from + round((ms - whole.from) / width) * width;
    view = range ? {from: Math.max(whole.from, edge(range.from, Math.floor)), to: Math.min(whole.to, edge(range.to, Math.ceil))} : whole;
    if (!(view.to > view.from)) view = whole;
    const number = slicesOf(view);
    const micros = new Array(number).fill(0), calls = new Array(number).fill(0);
    for (const slice of slices) {
      const i = Math.round((slice.at - view.from) / width);
      if (i >= 0 && i < number) { micros[i] += slice.m; calls[i] += slice.c; }
    }
    draw('load', micros, micros => micros / 1000 / width);
    draw('calls', calls, calls => calls * 1000 / width);
    const steps = Math.min(4, number);
    $('ticks').replaceChildren(...Array.from({length: steps + 1}, (x, i) => el('span', {}, time(view.from + (view.to - view.from) * i / steps))));
    where.replaceChildren(...(view === whole ? [] : [
      el('span', {}, time(view.from) + ' to ' + time(view.to)),
      el('button', {type: 'button', class: 'quiet', id: 'zoom-out'}, 'Show all of the time')]));
    unselect();
  }
  function draw(id, values, perSecond) {
    $(id + '-svg').setAttribute('viewBox', '0 0 ' + values.length + ' 100');
    $(id + '-svg').firstElementChild.setAttribute('d', stepPath(values));
    $(id + '-peak').textContent = 'peak ' + rate(perSecond(Math.max(...values)));
  }

  // --- a selection: slices of the view, from one to another

  function selected() {
    const first = Math.min(anchor, cursor), last = Math.max(anchor, cursor) + 1;
    return {from: view.from + first * width, to: view.from + last * width};
  }
  function select(one, other) {
    const last = slicesOf(view) - 1;
    anchor = Math.min(last, Math.max(0, one));
    cursor = Math.min(last, Math.max(0, other));
    const share = 100 / (last + 1);
    brush.style.left = Math.min(anchor, cursor) * share + '%';
    brush.style.width = (Math.abs(anchor - cursor) + 1) * share + '%';
    brush.hidden = false;
    const words = read(selected());
    what.textContent = words;
    chart.setAttribute('aria-valuemax', last);
    chart.setAttribute('aria-valuenow', cursor);
    chart.setAttribute('aria-valuetext', words);
  }
  function unselect() {
    anchor = null;
    cursor = 0;
    dragging = null;
    brush.hidden = true;
    what.textContent = '';
  }
  function read(range) {
    const inside = slices.filter(s => s.at >= range.from && s.at < range.to);
    const begin = time(range.from) + (range.to - range.from > width ? ' to ' + time(range.to) : '') + ': ';
    if (!inside.length) return begin + 'nothing';
    return begin + duration(inside.reduce((sum, s) => sum + s.m, 0)) + ' in ' + plural(inside.reduce((sum, s) => sum + s.c, 0), 'call');
  }
  function show(range) {
    if (list) list.choose(range && range.from, range && range.to);
    else zoom(range);
  }

  // --- by pointer

  function at(event) {
    const box = $('load-svg').getBoundingClientRect();
    return Math.floor((event.clientX - box.left) / box.width * slicesOf(view));
  }
  chart.addEventListener('pointerdown', event => {
    if (event.button !== 0) return;
    dragging = {slice: at(event), x: event.clientX, far: false};
    chart.setPointerCapture(event.pointerId);
    select(dragging.slice, dragging.slice);
  });
  chart.addEventListener('pointermove', event => {
    if (dragging) dragging.far = dragging.far || Math.abs(event.clientX - dragging.x) >= 4;
    if (!dragging || dragging.far) select(dragging ? dragging.slice : at(event), at(event));
  });
  chart.addEventListener('pointerleave', event => { if (!dragging && event.pointerType === 'mouse') unselect(); });
  chart.addEventListener('pointerup', event => {
    const far = dragging && (dragging.far || Math.abs(event.clientX - dragging.x) >= 4);
    if (far) select(dragging.slice, at(event));
    dragging = null;
    if (far) show(selected());
  });
  chart.addEventListener('pointercancel', unselect);

  // --- by keys

  const moves = {ArrowLeft: -1, ArrowRight: 1, ArrowDown: -1, ArrowUp: 1, PageDown: -10, PageUp: 10, Home: -Infinity, End: Infinity};
  chart.addEventListener('keydown', event => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key in moves) {
      const to = anchor === null && Number.isFinite(moves[event.key]) ? cursor : cursor + moves[event.key];
      select(event.shiftKey && anchor !== null ? anchor : to, to);
    } else if (event.key === 'Enter' && anchor !== null) {
      show(selected());
    } else if (event.key === 'Escape') {
      show(null);
    } else {
      return;
    }
    event.preventDefault();
  });
  chart.addEventListener('focus', () => { if (anchor === null) select(0, 0); });
  chart.addEventListener('blur', unselect);

  fill(chart, {tabindex: 0, role: 'slider', 'aria-label': $('load-svg').getAttribute('aria-label') + ', by slice', 'aria-valuemin': 0, 'aria-valuemax': slicesOf(view) - 1, 'aria-valuenow': 0}, []);
  $('reading').replaceChildren(where, what);
  $('reading').addEventListener('click', event => { if (event.target.id === 'zoom-out') show(null); });
  return {zoom};
}
