'use strict';

// Runs the VS Code extension with stand-ins for the editor and the client: run_extension.js
// EXTENSION SCENARIO. Each thing that the extension asks for is written as one line.

const Module = require('module');

const [extensionPath, scenario] = process.argv.slice(2);
const path = scenario === 'missing' ? '/nowhere/canevas' : process.execPath;
const say = (...words) => console.log(words.join(' ').replaceAll(process.execPath, 'PROGRAM'));
const on = {};

const vscode = {
  env: { language: scenario === 'missing' ? 'fr' : 'en' },
  workspace: {
    isTrusted: scenario !== 'untrusted',
    getConfiguration: () => ({ get: () => path }),
    onDidGrantWorkspaceTrust: (act) => void (on.trust = act),
    onDidChangeConfiguration: (act) => void (on.change = act),
  },
  window: {
    createOutputChannel: (name) => ({
      append: () => {},
      appendLine: (line) => say('log', line),
      show: () => say(name, 'shown'),
    }),
    showErrorMessage: async (message, ...choices) => {
      say('error', message);
      return choices[0];
    },
  },
  commands: {
    registerCommand: (name, act) => void (on[name] = act),
    executeCommand: (...words) => say(...words),
  },
};

class LanguageClient {
  constructor(id, name, server, options) {
    say('client', JSON.stringify(server), options.documentSelector[0].pattern);
  }
  async start() {
    say('start');
    if (scenario === 'no server') throw new Error('it ended');
  }
  async stop() {
    say('stop');
  }
}

const load = Module._load;
Module._load = (name, ...others) =>
  name === 'vscode' ? vscode
    : name === 'vscode-languageclient/node' ? { LanguageClient }
      : load(name, ...others);

(async () => {
  const extension = require(extensionPath);
  await extension.activate({ subscriptions: [] });
  if (scenario === 'restart') {
    // Twice at once: one server is left.
    await Promise.all([on['canevas.restart'](), on['canevas.restart']()]);
    await on.change({ affectsConfiguration: (name) => name === 'editor.fontSize' });
  } else if (scenario === 'untrusted') {
    await on['canevas.restart']();
    vscode.workspace.isTrusted = true;
    say('trusted');
    await on.trust();
  }
  await extension.deactivate();
})();
