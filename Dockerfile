# syntax=docker/dockerfile:1

FROM node:24.21.0-slim AS base
WORKDIR /app
RUN npm install --global pnpm@12
COPY package.json pnpm-lock.yaml pnpm-workspace.yaml ./
COPY apps/api/package.json apps/api/
COPY apps/web/package.json apps/web/
COPY packages/domain/package.json packages/domain/
COPY bench/package.json bench/
COPY faults/package.json faults/

FROM base AS build
RUN pnpm install --frozen-lockfile
COPY . .
RUN node tools/build.ts

# What runs: no compiler, no embedded database (the optional dependencies), no development tools.
FROM base AS dependencies
RUN pnpm install --frozen-lockfile --prod --no-optional --filter "@contentflow/api..."

FROM node:24.21.0-slim
WORKDIR /app
COPY --from=dependencies /app ./
COPY --from=build /app/apps/api/dist apps/api/dist
COPY --from=build /app/apps/web/dist apps/web/dist
# The one place that is written to: the spool of clicks. Mount something lasting over it.
RUN mkdir /data && chown node:node /data
VOLUME /data
ENV DATA_DIR=/data PORT=4000
USER node
EXPOSE 4000
HEALTHCHECK --interval=10s --timeout=3s --start-period=30s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/livez`).then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
# Node itself rather than a package manager: signals reach it, and nothing is written to the image.
CMD ["node", "apps/api/dist/main.js"]
