// What the widget keeps in the browser, shared by its tabs. Where the browser forbids storage, the page's memory
// takes its place: the conversation then ends with the page.
const PREFIX = "smart-assistant:";
const memory = new Map();

const usable = (() => {
  try {
    localStorage.setItem(PREFIX + "probe", "1");
    localStorage.removeItem(PREFIX + "probe");
    return true;
  } catch {
    return false;
  }
})();

export function get(name) {
  const raw = usable ? localStorage.getItem(PREFIX + name) : memory.get(name);
  try {
    return raw == null ? null : JSON.parse(raw);
  } catch {
    return null; // written by something else
  }
}

export function set(name, value) {
  const raw = JSON.stringify(value);
  memory.set(name, raw);
  if (!usable) return;
  try {
    localStorage.setItem(PREFIX + name, raw);
  } catch (error) {
    console.warn("smart assistant: the browser's storage is full", error);
  }
}

export function remove(name) {
  memory.delete(name);
  if (usable) localStorage.removeItem(PREFIX + name);
}

export function names(prefix) {
  const all = usable ? Object.keys(localStorage).filter((key) => key.startsWith(PREFIX)) : [...memory.keys()];
  return all.map((key) => (usable ? key.slice(PREFIX.length) : key)).filter((name) => name.startsWith(prefix));
}

// Calls back when another tab changed one of our values.
export function watch(callback) {
  addEventListener("storage", ({ key }) => key?.startsWith(PREFIX) && callback(key.slice(PREFIX.length)));
}

// What belongs to this tab alone.
export const tab = {
  get: (name) => usable && sessionStorage.getItem(PREFIX + name) === "true",
  set: (name, value) => usable && sessionStorage.setItem(PREFIX + name, String(Boolean(value))),
};
