FROM python:3.13-slim AS build
WORKDIR /app
RUN python -m venv .venv
COPY requirements.lock ./
RUN .venv/bin/pip install --no-cache-dir --require-hashes --requirement requirements.lock
COPY pyproject.toml README.md ./
COPY bot bot
COPY storage storage
COPY alembic alembic
RUN .venv/bin/pip install --no-index --no-build-isolation --no-deps --editable . \
    && .venv/bin/python -m compileall -q bot storage alembic

FROM python:3.13-slim
RUN useradd --uid 10001 --home-dir /app dueto
WORKDIR /app
COPY --from=build /app /app
# A new volume takes its owner from this folder.
RUN install --directory --owner=10001 data
USER 10001
VOLUME /app/data
# The default, 127.0.0.1, cannot be reached from outside of the container.
ENV PATH=/app/.venv/bin:$PATH PYTHONUNBUFFERED=1 LISTEN=0.0.0.0:8080 LOG_FORMAT=json
EXPOSE 8080
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s \
    CMD ["python", "-c", "import os, urllib.request as u; u.urlopen('http://127.0.0.1:' + os.environ['LISTEN'].rpartition(':')[2] + '/healthz', timeout=4)"]
# docker build --build-arg VERSION=0.1.0 . (the version of pyproject.toml)
ARG VERSION=
LABEL org.opencontainers.image.title=dueto org.opencontainers.image.version=$VERSION
CMD ["dueto", "run"]
