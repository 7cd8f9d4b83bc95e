import { sendMessage } from "./messages.ts";

void sendMessage("markRead", { ids: ["P2300R10"] });

// @ts-expect-error The background knows no such command.
void sendMessage("markUnknown", { ids: [] });
// @ts-expect-error A command comes with what it needs.
void sendMessage("markRead");
// @ts-expect-error And with nothing in another form.
void sendMessage("markRead", { ids: "P2300R10" });
// @ts-expect-error A list's mode is one of three.
void sendMessage("setListMode", { id: 1, mode: "loud" });
