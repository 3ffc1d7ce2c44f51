"use strict";
const place = document.getElementById("graphiql");
const fetcher = GraphiQL.createFetcher({
  url: place.dataset.address,
  subscriptionUrl: new URL(place.dataset.address, location.href).href.replace(/^http/, "ws"),
  headers: { Accept: "application/graphql-response+json, application/json;q=0.9" },
});
ReactDOM.createRoot(place).render(
  React.createElement(GraphiQL, {
    fetcher,
    shouldPersistHeaders: false,
    defaultQuery: "{\n  viewer {\n    role\n    tenant {\n      name\n    }\n  }\n}\n",
  }),
);
