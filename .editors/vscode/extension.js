'use strict';

const { execFile } = require('node:child_process');
const { promisify } = require('node:util');
const vscode = require('vscode');
const { LanguageClient } = require('vscode-languageclient/node');

/** The running client; `undefined` while there is none. */
let client;
/** What is done to the server, one thing after the other. */
let last = Promise.resolve();

/** What people read, in the language of their editor: French, or else English. */
function words(french, english) {
  return vscode.env.language.startsWith('fr') ? french : english;
}

async function start(output) {
  const path = vscode.workspace.getConfiguration('canevas').get('path') || 'canevas';
  try {
    const { stdout } = await promisify(execFile)(path, ['--version']);
    output.append(stdout);
  } catch (error) {
    output.appendLine(String(error));
    tellWhyNot(path, output);
    return;
  }
  client = new LanguageClient(
    'canevas',
    'Canevas',
    { command: path, args: ['lsp'] },
    {
      documentSelector: [
        { scheme: 'file', language: 'markdown', pattern: '**/{canvases,seeds}/**/*.md' },
      ],
      outputChannel: output,
    },
  );
  // The client itself tells what is wrong with a program that is no server.
  await client.start().catch(() => {});
}

async function stop() {
  const stopped = client;
  client = undefined;
  await stopped?.stop().catch(() => {});
}

function restart(output) {
  last = last.then(stop).then(() => start(output));
  return last;
}

/** Tells that the program could not be started, and leads to the place where that is mended. */
async function tellWhyNot(path, output) {
  const settings = words('Ouvrir les réglages', 'Open settings');
  const details = words('Détails', 'Details');
  const choice = await vscode.window.showErrorMessage(
    words(
      `Canevas : le programme « ${path} » ne démarre pas. Est-il installé, et sur le PATH ?`,
      `Canevas: the program “${path}” does not start. Is it installed, and on the PATH?`,
    ),
    settings,
    details,
  );
  if (choice === settings) {
    await vscode.commands.executeCommand('workbench.action.openSettings', 'canevas.path');
  } else if (choice === details) {
    output.show();
  }
}

function activate(context) {
  const output = vscode.window.createOutputChannel('Canevas');
  const restartTrusted = () => (vscode.workspace.isTrusted ? restart(output) : undefined);
  context.subscriptions.push(
    output,
    vscode.commands.registerCommand('canevas.restart', restartTrusted),
    vscode.workspace.onDidGrantWorkspaceTrust(restartTrusted),
    vscode.workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration('canevas.path')) restartTrusted();
    }),
  );
  return restartTrusted();
}

function deactivate() {
  return last.then(stop);
}

module.exports = { activate, deactivate };
