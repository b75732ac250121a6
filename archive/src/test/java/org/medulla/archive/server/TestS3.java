package org.medulla.archive.server;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.medulla.archive.digest.Digest;

/**
 * The part of S3 that blobs need, over HTTP, with its objects as files on the disk: PUT, GET, HEAD, DELETE and ListObjectsV2 in
 * pages of {@value #PAGE}. It refuses bytes that do not have the digest that was sent with them, and whoever is not known.
 */
public final class TestS3 implements AutoCloseable {
    private static final int PAGE = 7;
    private static final String KEY = "test-key";

    private final HttpServer server;
    private final Path root;
    private final Map<String, Integer> requests = new ConcurrentHashMap<>();

    /** Starts with one bucket, called cells. */
    public TestS3(Path root) {
        this.root = root;
        try {
            Files.createDirectories(root.resolve("cells"));
            this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 64);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::handle);
        server.start();
    }

    /** The variables that lead there. */
    public Map<String, String> environment() {
        return Map.of(
                "AWS_ENDPOINT_URL_S3",
                "http://localhost:" + server.getAddress().getPort(),
                "AWS_ACCESS_KEY_ID",
                KEY,
                "AWS_SECRET_ACCESS_KEY",
                "secret");
    }

    /** The file in which an object's bytes are. */
    public Path file(String bucketAndKey) {
        return root.resolve(bucketAndKey);
    }

    /** How many requests of a method came. */
    public int requests(String method) {
        return requests.getOrDefault(method, 0);
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            requests.merge(exchange.getRequestMethod(), 1, Integer::sum);
            String name = exchange.getRequestURI().getPath().substring(1);
            Path bucket = root.resolve(name.contains("/") ? name.substring(0, name.indexOf('/')) : name);
            byte[] body = exchange.getRequestBody().readAllBytes();
            String authorization = exchange.getRequestHeaders().getFirst("Authorization");
            if (authorization == null || !authorization.startsWith("AWS4-HMAC-SHA256 Credential=" + KEY + "/")) {
                refuse(exchange, 403, "InvalidAccessKeyId");
            } else if (!Files.isDirectory(bucket)) {
                refuse(exchange, 404, "NoSuchBucket");
            } else if (bucket.equals(root.resolve(name.replaceAll("/$", "")))) {
                list(exchange, bucket);
            } else {
                object(exchange, root.resolve(name), body);
            }
        }
    }

    private void object(HttpExchange exchange, Path file, byte[] body) throws IOException {
        switch (exchange.getRequestMethod()) {
            case "PUT" -> put(exchange, file, body);
            case "GET" -> {
                if (!Files.exists(file)) {
                    refuse(exchange, 404, "NoSuchKey");
                } else {
                    answer(exchange, 200, Files.readAllBytes(file));
                }
            }
            case "HEAD" -> {
                exchange.getResponseHeaders()
                        .set("Content-Length", Files.exists(file) ? Long.toString(Files.size(file)) : "0");
                exchange.sendResponseHeaders(Files.exists(file) ? 200 : 404, -1);
            }
            case "DELETE" -> {
                Files.deleteIfExists(file);
                exchange.sendResponseHeaders(204, -1);
            }
            default -> refuse(exchange, 405, "MethodNotAllowed");
        }
    }

    private void put(HttpExchange exchange, Path file, byte[] body) throws IOException {
        String content = exchange.getRequestHeaders().getFirst("x-amz-content-sha256");
        String checksum = exchange.getRequestHeaders().getFirst("x-amz-checksum-sha256");
        Digest digest = Digest.of(body);
        if (!digest.hex().equals(content)
                || checksum == null
                || !HexFormat.of()
                        .formatHex(Base64.getDecoder().decode(checksum))
                        .equals(digest.hex())) {
            refuse(exchange, 400, "XAmzContentSHA256Mismatch");
            return;
        }
        Files.createDirectories(file.getParent());
        Path incoming = root.resolve(UUID.randomUUID().toString());
        Files.write(incoming, body);
        Files.move(incoming, file, StandardCopyOption.ATOMIC_MOVE);
        exchange.sendResponseHeaders(200, -1);
    }

    private void list(HttpExchange exchange, Path bucket) throws IOException {
        String query = exchange.getRequestURI().getRawQuery();
        String prefix = parameter(query, "prefix");
        String after = parameter(query, "continuation-token");
        List<String> keys;
        try (Stream<Path> files = Files.walk(bucket)) {
            keys = files.filter(Files::isRegularFile)
                    .map(file -> bucket.relativize(file).toString())
                    .filter(key -> key.startsWith(prefix) && key.compareTo(after) > 0)
                    .sorted()
                    .toList();
        }
        List<String> page = keys.subList(0, Math.min(PAGE, keys.size()));
        boolean more = keys.size() > page.size();
        StringBuilder xml = new StringBuilder("<ListBucketResult><IsTruncated>" + more + "</IsTruncated>");
        if (more) {
            xml.append("<NextContinuationToken>").append(page.getLast()).append("</NextContinuationToken>");
        }
        for (String key : page) {
            xml.append(
                    "<Contents><Key>" + key + "</Key><Size>" + Files.size(bucket.resolve(key)) + "</Size></Contents>");
        }
        answer(exchange, 200, xml.append("</ListBucketResult>").toString().getBytes(StandardCharsets.UTF_8));
    }

    private static String parameter(String query, String name) {
        return Stream.of(query.split("&"))
                .filter(part -> part.startsWith(name + "="))
                .map(part -> URLDecoder.decode(part.substring(name.length() + 1), StandardCharsets.UTF_8))
                .findFirst()
                .orElse("");
    }

    private static void refuse(HttpExchange exchange, int status, String code) throws IOException {
        if (exchange.getRequestMethod().equals("HEAD")) {
            exchange.sendResponseHeaders(status, -1);
        } else {
            answer(exchange, status, ("<Error><Code>" + code + "</Code></Error>").getBytes(StandardCharsets.UTF_8));
        }
    }

    private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }
}
