# One image for API and worker: docker build -t shouwang .
FROM node:24-slim AS build
WORKDIR /app
RUN npm install --global pnpm@12.21.0
COPY pnpm-lock.yaml pnpm-workspace.yaml package.json tsconfig.json ./
COPY api/package.json api/
COPY schema/package.json schema/
COPY test/package.json test/
COPY web/package.json web/
RUN pnpm install --frozen-lockfile --filter '!@shouwang/test'
COPY schema schema
COPY web web
COPY api api
# In this order: web is typed by what schema generates. A package without a build step is passed over.
RUN for part in schema api web; do if grep -q '"build"' $part/package.json; then (cd $part && node --run build) || exit 1; fi; done

FROM node:24-slim
WORKDIR /app
RUN npm install --global pnpm@12.21.0
COPY pnpm-lock.yaml pnpm-workspace.yaml package.json ./
COPY api/package.json api/
# Without optional packages: the database is a service of its own here, not the embedded one.
RUN pnpm install --frozen-lockfile --prod --no-optional --filter @shouwang/api && npm uninstall --global pnpm
COPY --from=build /app/api/dist api/dist
COPY --from=build /app/web/dist web/dist
COPY api/migrations api/migrations
USER node
EXPOSE 4000
HEALTHCHECK --interval=5s --timeout=3s --start-period=60s \
  CMD ["node", "-e", "fetch('http://127.0.0.1:4000/readyz').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "--enable-source-maps", "api/dist/main.js"]
