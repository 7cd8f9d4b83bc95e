/**
 * The browser's fetch, held to the addresses that `isAllowed`: another is not asked, and what a redirect brought from
 * another is not given. The page's own security rule has to let feeds pass from anywhere, so it no longer says this.
 */
export function heldTo(isAllowed: (url: URL) => boolean): typeof fetch {
  const hold = (url: string) => {
    if (!isAllowed(new URL(url))) throw new TypeError(`Not to be asked: ${url}`);
  };
  return async (request, init) => {
    hold(request instanceof Request ? request.url : String(request));
    const response = await fetch(request, init);
    // Opaque where a redirect is not followed: then there is nothing of another host in it.
    if (response.url !== "") hold(response.url);
    return response;
  };
}
