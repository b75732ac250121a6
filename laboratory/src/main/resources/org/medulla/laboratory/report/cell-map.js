/* Draws the map of the cells from the JSON beside it. Values of a cell: x, y, class, answer, per cent sure, source, file. */
(function () {
  'use strict';
  const data = JSON.parse(document.getElementById('map-data').textContent);
  const canvas = document.getElementById('map-canvas');
  const tip = document.getElementById('map-tip');
  const legend = document.getElementById('map-legend');
  const onlyWrong = document.getElementById('map-wrong');
  const sheet = document.getElementById('map-sheet');
  const X = 0, Y = 1, TRUTH = 2, ANSWER = 3, SURE = 4, SOURCE = 5, FILE = 6;
  const keys = { truth: TRUTH, predicted: ANSWER, source: SOURCE };
  const MARGIN = 22, RADIUS = 4, REACH = 14, SHOWN = 96;
  let colouring = 'truth';
  /* Names that were clicked; none stands for all. */
  const chosen = { truth: new Set(), predicted: new Set(), source: new Set() };
  let places = [];
  let pointed = -1;

  function marks() { return colouring === 'source' ? data.sources : data.classes; }
  function markOf(cell) { return marks()[cell[keys[colouring]]]; }
  function isShown(cell) {
    const of = chosen[colouring];
    return (of.size === 0 || of.has(cell[keys[colouring]])) && !(onlyWrong.checked && cell[TRUTH] === cell[ANSWER]);
  }

  /* Shapes part classes that share a colour: disc, square, triangle. */
  function trace(context, shape, x, y, r) {
    context.beginPath();
    if (shape === 1) {
      context.rect(x - 0.88 * r, y - 0.88 * r, 1.76 * r, 1.76 * r);
    } else if (shape >= 2) {
      context.moveTo(x, y - 1.2 * r);
      context.lineTo(x + 1.1 * r, y + 0.8 * r);
      context.lineTo(x - 1.1 * r, y + 0.8 * r);
      context.closePath();
    } else {
      context.arc(x, y, r, 0, 2 * Math.PI);
    }
  }

  function place(width, height) {
    const xs = data.cells.map(function (c) { return c[X]; });
    const ys = data.cells.map(function (c) { return c[Y]; });
    const left = Math.min.apply(null, xs), right = Math.max.apply(null, xs);
    const low = Math.min.apply(null, ys), high = Math.max.apply(null, ys);
    const scale = Math.min((width - 2 * MARGIN) / Math.max(right - left, 1e-9), (height - 2 * MARGIN) / Math.max(high - low, 1e-9));
    places = data.cells.map(function (c) {
      return [width / 2 + (c[X] - (left + right) / 2) * scale, height / 2 - (c[Y] - (low + high) / 2) * scale];
    });
  }

  function draw() {
    const width = canvas.clientWidth, height = canvas.clientHeight, ratio = window.devicePixelRatio || 1;
    canvas.width = Math.round(width * ratio);
    canvas.height = Math.round(height * ratio);
    place(width, height);
    const context = canvas.getContext('2d');
    context.scale(ratio, ratio);
    context.fillStyle = '#ece8f2';
    data.cells.forEach(function (cell, i) {
      if (!isShown(cell)) {
        trace(context, 0, places[i][0], places[i][1], RADIUS - 1.5);
        context.fill();
      }
    });
    context.globalAlpha = 0.82;
    data.cells.forEach(function (cell, i) {
      if (isShown(cell)) {
        const mark = markOf(cell);
        trace(context, mark.shape, places[i][0], places[i][1], RADIUS);
        context.fillStyle = mark.colour;
        context.fill();
        context.strokeStyle = '#ffffff';
        context.lineWidth = 0.7;
        context.stroke();
      }
    });
    context.globalAlpha = 1;
    if (pointed >= 0) {
      trace(context, markOf(data.cells[pointed]).shape, places[pointed][0], places[pointed][1], RADIUS + 3);
      context.strokeStyle = '#231942';
      context.lineWidth = 2;
      context.stroke();
    }
  }

  function line(parent, text, className) {
    const element = document.createElement('div');
    element.textContent = text;
    element.className = className || '';
    parent.appendChild(element);
  }

  function show() {
    tip.hidden = pointed < 0;
    if (pointed < 0) { return; }
    const cell = data.cells[pointed], zoom = SHOWN / data.tile;
    tip.textContent = '';
    const picture = document.createElement('div');
    picture.className = 'cell';
    picture.style.backgroundImage = 'url(' + sheet.src + ')';
    picture.style.backgroundSize = data.columns * data.tile * zoom + 'px auto';
    picture.style.backgroundPosition =
      -(pointed % data.columns) * SHOWN + 'px ' + -Math.floor(pointed / data.columns) * SHOWN + 'px';
    tip.appendChild(picture);
    const words = document.createElement('div');
    const truth = data.classes[cell[TRUTH]], answer = data.classes[cell[ANSWER]], right = cell[TRUTH] === cell[ANSWER];
    line(words, truth.code + ' ' + truth.name, 'code');
    line(words, 'Called ' + answer.code + ', ' + cell[SURE] + ' % sure', right ? 'right' : 'wrong');
    line(words, 'Source: ' + data.sources[cell[SOURCE]].code);
    line(words, cell[FILE], 'file');
    tip.appendChild(words);
    const x = places[pointed][0], y = places[pointed][1];
    tip.style.left = Math.max(0, x + 16 + tip.offsetWidth > canvas.clientWidth ? x - 16 - tip.offsetWidth : x + 16) + 'px';
    tip.style.top = Math.max(0, Math.min(y - tip.offsetHeight / 2, canvas.clientHeight - tip.offsetHeight)) + 'px';
  }

  function point(event) {
    const box = canvas.getBoundingClientRect(), x = event.clientX - box.left, y = event.clientY - box.top;
    let nearest = -1, least = REACH * REACH;
    data.cells.forEach(function (cell, i) {
      const square = (places[i][0] - x) * (places[i][0] - x) + (places[i][1] - y) * (places[i][1] - y);
      if (square < least && isShown(cell)) {
        nearest = i;
        least = square;
      }
    });
    if (nearest !== pointed) {
      pointed = nearest;
      draw();
      show();
    }
  }

  function leave() {
    pointed = -1;
    draw();
    show();
  }

  function list() {
    legend.textContent = '';
    const key = keys[colouring], of = chosen[colouring];
    marks().forEach(function (mark, i) {
      const count = data.cells.filter(function (c) {
        return c[key] === i && !(onlyWrong.checked && c[TRUTH] === c[ANSWER]);
      }).length;
      const item = document.createElement('li'), button = document.createElement('button');
      button.type = 'button';
      button.className = of.size > 0 && !of.has(i) ? 'off' : '';
      button.setAttribute('aria-pressed', String(of.has(i)));
      button.title = mark.name || mark.code;
      const swatch = document.createElement('canvas');
      swatch.width = 28;
      swatch.height = 28;
      swatch.style.cssText = 'width:14px;height:14px;cursor:inherit;background:none;border-radius:0';
      const context = swatch.getContext('2d');
      trace(context, mark.shape, 14, 14, 10);
      context.fillStyle = mark.colour;
      context.fill();
      button.appendChild(swatch);
      [['code', mark.code], ['name', mark.name], ['count', String(count)]].forEach(function (part) {
        const span = document.createElement('span');
        span.className = part[0];
        span.textContent = part[1];
        button.appendChild(span);
      });
      button.addEventListener('click', function () {
        if (!of.delete(i)) {
          of.add(i);
        }
        leave();
        list();
      });
      item.appendChild(button);
      legend.appendChild(item);
    });
  }

  document.getElementById('map-colour').addEventListener('click', function (event) {
    if (event.target.value) {
      colouring = event.target.value;
      this.querySelectorAll('button').forEach(function (b) { b.setAttribute('aria-pressed', String(b === event.target)); });
      leave();
      list();
    }
  });
  onlyWrong.addEventListener('change', function () { leave(); list(); });
  canvas.addEventListener('pointermove', point);
  canvas.addEventListener('pointerdown', point);
  canvas.addEventListener('pointerleave', leave);
  window.addEventListener('resize', leave);
  draw();
  list();
})();
