// A field of bytes on a canvas below the picture; part of panel.js.
function painter(stage, width, height) {
  // A field of bytes, one layer per colour, mixed on a canvas below the picture.
  const canvas = element("canvas", "dlp-ground");
  stage.prepend(canvas);
  let rgb = {}, last = null;
  const color = (name) => (rgb[name] ??= ((text) => {
    const n = parseInt(text.trim().slice(1), 16);
    return [n >> 16, (n >> 8) & 255, n & 255];
  })(getComputedStyle(stage).getPropertyValue(`--dl-${name}`)));
  const paint = (ground) => {
    last = ground;
    canvas.hidden = !ground;
    if (!ground) return;
    if (!stage.isConnected) return requestAnimationFrame(again);  // no colours yet
    const [k, rows, columns] = ground.size, n = rows * columns;
    const { buffer, byteOffset } = ground.levels;
    const levels = new Uint8Array(buffer, byteOffset, k * n);
    if (canvas.width !== columns || canvas.height !== rows)
      Object.assign(canvas, { width: columns, height: rows });
    place(ground.box, rows, columns);
    const context = canvas.getContext("2d");
    const image = context.createImageData(columns, rows), data = image.data;
    const paper = color("surface"), mixed = ground.colors.map(color);
    for (let i = 0; i < n; i++) {
      let [r, g, b] = paper;
      for (let j = 0; j < k; j++) {
        const share = levels[j * n + i] / 255;
        r += share * (mixed[j][0] - paper[0]);
        g += share * (mixed[j][1] - paper[1]);
        b += share * (mixed[j][2] - paper[2]);
      }
      data[4 * i] = r; data[4 * i + 1] = g; data[4 * i + 2] = b; data[4 * i + 3] = 255;
    }
    context.putImageData(image, 0, 0);
  };
  const place = ([x, y, right, bottom], rows, columns) => {
    // The outermost cells reach half a cell over the edges, and are cut there.
    const across = (right - x) / (columns - 1), down = (bottom - y) / (rows - 1);
    Object.assign(canvas.style, {
      left: `${(100 * (x - across / 2)) / width}%`,
      top: `${(100 * (y - down / 2)) / height}%`,
      width: `${(100 * (right - x + across)) / width}%`,
      height: `${(100 * (bottom - y + down)) / height}%`,
      clipPath: `inset(${50 / rows}% ${50 / columns}%)`,
    });
  };
  const again = () => { rgb = {}; paint(last); };
  const themes = new MutationObserver(again);
  for (const node of [document.documentElement, document.body])
    themes.observe(node, { attributes: true,
      attributeFilter: ["class", "theme", "data-jp-theme-light"] });
  return { paint, stop: () => themes.disconnect() };
}
