/** This page's nonce: the server's policy lets in only styles that carry it. Empty in previews, which have no policy. */
export const styleNonce = document.querySelector<HTMLMetaElement>('meta[property=csp-nonce]')?.nonce ?? '';

// antd passes its nonce on, but two helpers under it (scroll lock, scrollbar width) make style elements without one.
const createElement = document.createElement.bind(document);
document.createElement = ((name: string, options?: ElementCreationOptions) => {
  const element = createElement(name, options);
  if (element instanceof HTMLStyleElement) element.nonce = styleNonce;
  return element;
}) as typeof document.createElement;
