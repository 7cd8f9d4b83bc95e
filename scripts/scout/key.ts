import { subscriptionAddress } from "../../lib/feed/subscription.ts";
import { makeKeyFile } from "../../lib/headless/key-file.ts";
import { BadInput } from "./bad-input.ts";
import { readFolderUrl } from "./publish/read-folder-url.ts";
import { readArguments } from "./reading/read-arguments.ts";

/** Makes a key to sign with, and says what readers subscribe to. */
export async function key(args: string[]) {
  const { values, positionals } = readArguments({ args, options: { url: { type: "string" } }, allowPositionals: true });
  const [file, ...others] = positionals;
  if (!file || others.length > 0) throw new BadInput("give FILE, the name of a file that is not there yet");
  const folder = values.url === undefined ? "https://YOUR.HOST/FOLDER/" : readFolderUrl(values.url);
  const { key } = await makeKeyFile(file);
  return { file, key, address: subscriptionAddress({ folder, keys: [key] }) };
}
