import { subscriptionAddress } from "../../../lib/feed/subscription.ts";
import { isHere, type PublishArguments } from "./read-publish-arguments.ts";

type Given = Pick<PublishArguments, "url" | "serve">;

/** Where the folder can be read. What is served to other machines is read at an address that speaks https, which nobody here knows. */
export function folderAddress({ url, serve }: Given): string | undefined {
  return url ?? (serve && isHere(serve.host) ? `http://${serve.host}:${serve.port}/` : undefined);
}

/** What is said of that at first; nothing where it is served by others. */
export function addressLine(given: Given, key: string): string | undefined {
  const folder = folderAddress(given);
  if (folder !== undefined) return `subscribe to ${subscriptionAddress({ folder, keys: [key] })}`;
  const { serve } = given;
  return serve && `serves at ${serve.host}:${serve.port}; give --url the folder as readers see it, https://…/: its address is told and published then`;
}
