// A button without a name, inside a shadow root.
document.querySelector("shadow-part").attachShadow({ mode: "open" }).innerHTML = "<button></button>";
