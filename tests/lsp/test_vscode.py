"""The extension for VS Code: run under Node with an editor of paper, it starts the server that its settings name."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest

FOLDER = Path(__file__).parents[2] / "editors" / "vscode"
EDITOR = """
const Module = require("module"), load = Module._load, said = [];
const settings = { command: ["python3", "-m", "factcheck", "lsp"], claims: "claims" };
class LanguageClient {
  constructor(id, name, server, options) { said.push({ server, options }); this.running = false; }
  async start() { if (said.length > 2) throw new Error("no such command"); this.running = true; }
  async stop() { this.running = false; }
  isRunning() { return this.running; }
}
const commands = {}, changes = [], errors = [];
const vscode = {
  workspace: { getConfiguration: () => ({ get: (key) => settings[key] }), onDidChangeConfiguration: (answer) => changes.push(answer) },
  commands: { registerCommand: (name, answer) => { commands[name] = answer; } },
  window: { showErrorMessage: (words) => errors.push(words) },
};
Module._load = (name, ...rest) => name === "vscode" ? vscode : name === "vscode-languageclient/node" ? { LanguageClient } : load(name, ...rest);
(async () => {
  const extension = require(process.argv[1]);
  await extension.activate({ subscriptions: [] });
  settings.claims = "";
  await commands["factcheck.restart"]();
  await commands["factcheck.restart"]();
  await extension.deactivate();
  console.log(JSON.stringify({ said, errors, commands: Object.keys(commands) }));
})();
"""


@pytest.mark.skipif(shutil.which("node") is None, reason="Node is not installed")
def test_the_extension_starts_the_server_of_its_settings() -> None:
    """With the ledger where one is named; started again on demand; a server that does not start is told with what to do."""
    command = ["node", "-e", EDITOR, str(FOLDER / "extension.js")]
    ran = subprocess.run(command, capture_output=True, text=True, check=True, timeout=60)
    told = json.loads(ran.stdout)
    servers = [one["server"] for one in told["said"]]

    assert {"command": "python3", "args": ["-m", "factcheck", "lsp", "--claims", "claims"]} == servers[0]
    assert {"command": "python3", "args": ["-m", "factcheck", "lsp"]} == servers[1]
    assert {"markdown", "plaintext", "html", "latex"} == {one["language"] for one in told["said"][0]["options"]["documentSelector"]}
    assert ["factcheck: python3 did not start; pip install 'factcheck-numbers[lsp]', or set factcheck.command"] == told["errors"]


def test_what_the_extension_asks_for_is_declared() -> None:
    """Each setting and command that the code uses stands in the manifest, and no other."""
    manifest = json.loads((FOLDER / "package.json").read_text(encoding="utf-8"))
    code = (FOLDER / "extension.js").read_text(encoding="utf-8")
    settings = manifest["contributes"]["configuration"]["properties"]

    assert {"factcheck.command", "factcheck.claims"} == set(settings)
    assert all(f'get("{name.removeprefix("factcheck.")}")' in code for name in settings)
    assert all(f'registerCommand("{one["command"]}"' in code for one in manifest["contributes"]["commands"])


def test_the_page_of_the_extension_links_to_nothing_beside_it() -> None:
    """`vsce package` refuses a relative link that leads out of the extension: nobody has the rest of the project where it is installed."""
    page = (FOLDER / "README.md").read_text(encoding="utf-8")

    assert "](" not in page.replace("](http", "")
