// Puts the smart assistant on a page: <script src="https://…/widget.js" defer></script>
// This small file is fetched anew on each visit; what it loads is kept by the browser under its version.
(() => {
  const script = document.currentScript;
  const options = ["language", "colour", "position", "theme"];
  const start = async () => {
    await import(new URL("widget/@VERSION@/assistant.js", script.src));
    if (document.querySelector("smart-assistant")) return;
    const assistant = document.createElement("smart-assistant");
    for (const name of options) if (script.dataset[name]) assistant.dataset[name] = script.dataset[name];
    document.body.append(assistant);
  };
  start().catch((error) => console.error("smart assistant could not be loaded:", error));
})();
