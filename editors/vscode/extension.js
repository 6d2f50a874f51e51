"use strict";
// Starts `factcheck lsp` for prose, and starts it again when its settings change.

const vscode = require("vscode");
const { LanguageClient } = require("vscode-languageclient/node");

const LANGUAGES = ["markdown", "plaintext", "html", "latex"];
let client;

function server() {
  const settings = vscode.workspace.getConfiguration("factcheck");
  const [command, ...args] = settings.get("command");
  const claims = settings.get("claims");
  return { command, args: claims ? [...args, "--claims", claims] : args };
}

async function start() {
  const selector = LANGUAGES.map((language) => ({ scheme: "file", language }));
  client = new LanguageClient("factcheck", "factcheck", server(), { documentSelector: selector });
  try {
    await client.start();
  } catch (error) {
    const { command } = server();
    vscode.window.showErrorMessage(`factcheck: ${command} did not start; pip install 'factcheck-numbers[lsp]', or set factcheck.command`);
  }
}

async function stop() {
  const running = client;
  client = undefined;
  if (running && running.isRunning()) {
    await running.stop();
  }
}

async function restart() {
  await stop();
  await start();
}

async function activate(context) {
  context.subscriptions.push(
    vscode.commands.registerCommand("factcheck.restart", restart),
    vscode.workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration("factcheck")) {
        restart();
      }
    }),
  );
  await start();
}

module.exports = { activate, deactivate: stop };
