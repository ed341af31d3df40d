// Generated from src/element/spec.rs by `cargo xtask generate`.

export const ERRORS = {
  "wasm-blocked": { zh: "浏览器不允许运行 WebAssembly，因此只显示静态内容。请在内容安全策略的 script-src 中加入 'wasm-unsafe-eval'。", en: "The browser refuses WebAssembly, so only the static content is shown. Add 'wasm-unsafe-eval' to script-src in the Content-Security-Policy." },
  "network": { zh: "无法取得 {url}（{reason}）。请检查该地址。", en: "{url} could not be fetched ({reason}). Check the address." },
  "json": { zh: "{url} 不是有效的 JSON：{reason}。", en: "{url} is not valid JSON: {reason}." },
  "model-invalid": { zh: "规划数据有 {count} 处问题：{problems}", en: "The plan has {count} problem(s): {problems}" },
  "attribute-invalid": { zh: "属性有误，已忽略：{problems}", en: "An attribute is not valid and was ignored: {problems}" },
  "crashed": { zh: "部件意外中止，内容仍可阅读。正在重新启动。（{reason}）", en: "The widget stopped unexpectedly and can still be read. It is being restarted. ({reason})" },
  "gave-up": { zh: "部件多次意外中止，不再重新启动；内容仍可阅读。（{reason}）", en: "The widget has stopped too often to be restarted again. It can still be read. ({reason})" },
};

export const UNAVAILABLE = { zh: "此内容暂时无法显示。", en: "This content can't be shown at the moment." };
