// nlp.js as one of the systems that understand: what to do and say is in ../workers/__init__.py.
"use strict";
const fs = require("fs");
const path = require("path");
const readline = require("readline");
const { NlpManager } = require("node-nlp");

const FILE = "model.nlp";

async function train(linesFile, folder) {
  const lines = fs.readFileSync(linesFile, "utf8").trim().split("\n").map((line) => JSON.parse(line));
  const languages = [...new Set(lines.map((line) => line.lang))];
  // Without entities, answers and feelings: only intents are compared.
  const manager = new NlpManager({
    languages, forceNER: false, autoSave: false, nlu: { log: false, useNoneFeature: false }, ner: { threshold: 1 },
  });
  for (const line of lines) manager.addDocument(line.lang, line.text, line.intent);
  await manager.train();
  manager.save(path.join(folder, FILE));
}

async function serve(folder) {
  const say = (answer) => fs.writeSync(1, JSON.stringify(answer) + "\n");
  console.log = console.error; // answers have the standard output to themselves
  const manager = new NlpManager({ autoSave: false });
  manager.load(path.join(folder, FILE));
  say({ ready: true });
  for await (const line of readline.createInterface({ input: process.stdin })) {
    const { text, lang } = JSON.parse(line);
    const began = process.hrtime.bigint();
    const { classifications } = await manager.process(lang, text);
    const seconds = Number(process.hrtime.bigint() - began) / 1e9;
    say({ intent: classifications[0].intent, seconds });
  }
}

const [what, ...rest] = process.argv.slice(2);
(what === "train" ? train(...rest) : serve(...rest)).catch((error) => {
  console.error(error);
  process.exit(1);
});
