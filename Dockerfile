# Two stages: the first installs exact versions by their hashes, the second holds only what runs.
FROM python:3.12-slim AS install
WORKDIR /app
RUN python -m venv /app/.venv
COPY requirements.lock .
RUN /app/.venv/bin/pip install --no-cache-dir --disable-pip-version-check --require-hashes -r requirements.lock

FROM python:3.12-slim
RUN useradd --system --uid 10001 --home-dir /app --shell /usr/sbin/nologin briefings \
 && install -d -o briefings -g briefings /data /seeds
WORKDIR /app
COPY --from=install /app/.venv /app/.venv
COPY summaries summaries
COPY bot bot
COPY seeds /seeds
# What runs may write nothing here: without this every start of a process compiles the program again.
RUN python -m compileall -q bot summaries
ENV PATH=/app/.venv/bin:$PATH PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1 \
    DATABASE_URL=sqlite+aiosqlite:////data/briefings.db SEEDS_DIR=/seeds HTTP_HOST=0.0.0.0 HTTP_PORT=8080
USER briefings
VOLUME ["/data", "/seeds"]
EXPOSE 8080
# Not only alive: a bot that silently stopped receiving is unhealthy, too.
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s --retries=3 \
    CMD ["python", "-c", "import urllib.request as u; u.urlopen('http://127.0.0.1:8080/readyz', timeout=4)"]
STOPSIGNAL SIGTERM
CMD ["python", "-m", "bot"]
