// The reference of REST at /docs: Swagger UI, from files of this installation only.
const reference = document.getElementById("reference");
window.SwaggerUIBundle({
  url: reference.dataset.document,
  domNode: reference,
  deepLinking: true,
  validatorUrl: null,
  persistAuthorization: false,
});
