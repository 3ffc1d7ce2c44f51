-- Sends the requests of a file in turn: the key on its first line, then one body a line; prints what came of it.

local requests, number = {}, 0

function init(arguments)
  local lines = io.lines(arguments[1])
  wrk.headers["Authorization"] = "Bearer " .. lines()
  wrk.headers["Content-Type"] = "application/json"
  wrk.headers["Accept"] = "application/json"
  for body in lines do
    requests[#requests + 1] = wrk.format("POST", nil, nil, body)
  end
end

function request()
  number = number % #requests + 1
  return requests[number]
end

function done(summary, latency)
  local errors = summary.errors
  print(string.format(
    'told {"requests": %d, "seconds": %f, "p50": %f, "p99": %f, "bytes": %d, "failed": %d}',
    summary.requests, summary.duration / 1e6, latency:percentile(50) / 1e3, latency:percentile(99) / 1e3,
    summary.bytes, errors.status + errors.connect + errors.read + errors.write + errors.timeout
  ))
end
