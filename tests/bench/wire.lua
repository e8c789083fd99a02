-- What wrk runs: fills a request template with keys. WIRE_FILE names a file of two parts, the operation on its first
-- line and the body template after it; %KEY% stands for a partition key, %SORT% for a sort key, %TEXT:n% for n letters.
local file = assert(io.open(os.getenv("WIRE_FILE")))
local operation = file:read("*l")
local template = file:read("*a")
file:close()

local partitions = tonumber(os.getenv("WIRE_PARTITIONS"))
local filler = string.rep("a stator stays where it is while the rotor turns ", 400)
math.randomseed(tonumber(os.getenv("WIRE_SEED") or "1"))

local headers = {
    ["Content-Type"] = "application/x-amz-json-1.0",
    ["X-Amz-Target"] = "DynamoDB_20120810." .. operation,
    ["X-Amz-Date"] = "20261101T000000Z",
    ["Authorization"] = "AWS4-HMAC-SHA256 Credential=bench/20261101/us-east-1/dynamodb/aws4_request, "
        .. "SignedHeaders=host;x-amz-date, Signature=" .. string.rep("0", 64),
}

function request()
    local body = template:gsub("%%(%u+):?(%d*)%%", function(what, number)
        if what == "KEY" then return string.format("%06d", math.random(0, partitions - 1)) end
        if what == "SORT" then return string.format("%02d", math.random(0, 99)) end
        local start = math.random(1, 8000)
        return filler:sub(start, start + tonumber(number) - 1)
    end)
    return wrk.format("POST", "/", headers, body)
end

function response(status)
    if status ~= 200 then errors = (errors or 0) + 1 end
end

local threads = {}
function setup(thread) table.insert(threads, thread) end

function done(summary, latency)
    local failed = summary.errors.status + summary.errors.connect + summary.errors.read + summary.errors.timeout
    io.write(string.format("RESULT %d %d %d %.3f %.3f\n", summary.requests, summary.duration, failed,
        latency:percentile(50) / 1000, latency:percentile(99) / 1000))
end
