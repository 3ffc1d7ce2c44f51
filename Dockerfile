# The production image: API, worker and migrations in one; no compiler, no embedded servers, no root.
FROM python:3.11-slim AS packages
COPY requirements-production.lock /
RUN python -m venv /opt/milepost \
 && /opt/milepost/bin/pip install --no-cache-dir --require-hashes --no-deps -r /requirements-production.lock \
 && /opt/milepost/bin/pip uninstall --yes pip

FROM python:3.11-slim
RUN groupadd --system --gid 10001 milepost \
 && useradd --system --uid 10001 --gid 10001 --home-dir /app --shell /usr/sbin/nologin milepost
COPY --from=packages /opt/milepost /opt/milepost
WORKDIR /app
COPY pyproject.toml ./
COPY api api
COPY cli cli
COPY domain domain
COPY graph graph
COPY migrations migrations
COPY openapi openapi
COPY workers workers
RUN /opt/milepost/bin/python -m compileall -q /app
ENV PATH=/opt/milepost/bin:$PATH \
    PYTHONUNBUFFERED=1 \
    PYTHONDONTWRITEBYTECODE=1 \
    MILEPOST_HOST=0.0.0.0
USER 10001:10001
EXPOSE 8000
STOPSIGNAL SIGTERM
ENTRYPOINT ["python", "-m", "cli"]
CMD ["api"]
