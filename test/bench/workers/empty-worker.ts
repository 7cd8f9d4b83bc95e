const firstLineAt = Date.now();

// The message that wakes it is answered with when that was, epoch ms.
chrome.runtime.onMessage.addListener((_message, _sender, answer) => answer(firstLineAt));
