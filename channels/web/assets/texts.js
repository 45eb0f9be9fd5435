// The widget's own words, in the language that suits the customer.
import * as store from "./store.js";

// The customer's choice, else the page's wish ("auto": go by the browser), the page's language, the browser's.
export function preferredLanguage(wish) {
  const page = wish === "auto" ? [] : [wish, document.documentElement.lang];
  return store.get("language") ?? [...page, ...navigator.languages].filter(Boolean).join(",");
}

// The server picks the first that it has from the list, and says which.
export async function loadTexts(wanted) {
  const address = new URL(`texts/${encodeURIComponent(wanted)}.json`, import.meta.url);
  const response = await fetch(address, { credentials: "omit" });
  if (!response.ok) throw new Error(`texts: ${response.status}`);
  return response.json();
}
