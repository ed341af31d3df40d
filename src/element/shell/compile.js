/**
 * A WebAssembly module from its URL.
 * @param {URL} url
 */
export async function compile(url) {
  let bytes;
  try {
    const response = await fetch(url);
    if (!response.ok) throw new Error(`HTTP ${response.status}`);
    // Streaming wants the MIME type; where a server doesn't send it, the bytes do as well.
    const streams = response.headers.get("Content-Type")?.startsWith("application/wasm");
    if (streams && WebAssembly.compileStreaming) return await WebAssembly.compileStreaming(response).catch(blocked);
    bytes = await response.arrayBuffer();
  } catch (error) {
    throw /** @type {Caught} */ (error).code
      ? error
      : { code: "network", url: url.href, reason: /** @type {Error} */ (error).message };
  }
  return WebAssembly.compile(bytes).catch(blocked);
}

/**
 * A policy of the page's refuses WebAssembly.
 * @returns {never}
 */
export function blocked() {
  throw { code: "wasm-blocked" };
}
