import "../../embedding/builder.js";
