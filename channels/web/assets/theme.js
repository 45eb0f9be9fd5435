// Colours and place, from the element's data- attributes.
export const dark = matchMedia("(prefers-color-scheme: dark)");

export function paint(host, root) {
  const { theme, position, colour } = host.dataset;
  root.classList.toggle("dark", theme === "dark" || (theme !== "light" && dark.matches));
  root.classList.toggle("left", position === "left");
  const accent = colour && hex(colour);
  if (!accent) return;
  root.style.setProperty("--accent", accent);
  root.style.setProperty("--on-accent", readableOn(accent));
}

// Any CSS colour without transparency as #rrggbb; null when it is none.
function hex(colour) {
  const canvas = document.createElement("canvas").getContext("2d");
  canvas.fillStyle = "#000001"; // what stays when the colour is not understood
  canvas.fillStyle = colour;
  return /^#[0-9a-f]{6}$/.test(canvas.fillStyle) && canvas.fillStyle !== "#000001" ? canvas.fillStyle : null;
}

// White or black, whichever can be read on this colour (one of them always reaches 4.5 to 1).
function readableOn(accent) {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const part = parseInt(accent.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  const luminance = 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  return 1.05 / (luminance + 0.05) >= 4.5 ? "#fff" : "#000";
}
