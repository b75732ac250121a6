package org.medulla.archive.blob;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.medulla.cytology.job.ErrorCode;
import org.medulla.cytology.job.MedullaException;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** How to reach S3 by the variables that other programs take, and what its errors mean for the person at the keyboard. */
final class S3Connection {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private S3Connection() {}

    static S3Client client(Map<String, String> environment) {
        S3ClientBuilder builder = S3Client.builder()
                .httpClientBuilder(UrlConnectionHttpClient.builder()
                        .connectionTimeout(PATIENCE)
                        .socketTimeout(PATIENCE))
                // Each blob is small, whole, and comes with its own digest; not all servers know more than that.
                .serviceConfiguration(configuration -> configuration.chunkedEncodingEnabled(false))
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED);
        Optional<String> endpoint = first(environment, "AWS_ENDPOINT_URL_S3", "AWS_ENDPOINT_URL");
        Optional<String> region = first(environment, "AWS_REGION", "AWS_DEFAULT_REGION");
        // A server of one's own has no name for each bucket, and any region will do.
        endpoint.ifPresent(
                address -> builder.endpointOverride(URI.create(address)).forcePathStyle(true));
        region.or(() -> endpoint.map(address -> "us-east-1")).ifPresent(name -> builder.region(Region.of(name)));
        credentials(environment)
                .ifPresent(known -> builder.credentialsProvider(StaticCredentialsProvider.create(known)));
        return build(builder);
    }

    static MedullaException explain(SdkException trouble, S3Address address) {
        if (trouble instanceof S3Exception refused) {
            return switch (refused.statusCode()) {
                case 404 ->
                    user("There is no bucket " + address.bucket() + ": make it, or name another in --blobs.", trouble);
                case 401, 403 ->
                    user(
                            address
                                    + " does not let you in: check AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY and the rights"
                                    + " of that key.",
                            trouble);
                default ->
                    MedullaException.resources(
                            address + " refused with " + refused.getMessage()
                                    + ": check the server, then run it again.",
                            trouble);
            };
        }
        return MedullaException.resources(
                "Could not reach " + address + " (" + trouble.getMessage()
                        + "): check the network and AWS_ENDPOINT_URL_S3, then run it again.",
                trouble);
    }

    private static S3Client build(S3ClientBuilder builder) {
        try {
            return builder.build();
        } catch (SdkException e) {
            throw user(
                    "S3 needs to know its region: set AWS_REGION, or AWS_ENDPOINT_URL_S3 for a server of your own.", e);
        }
    }

    private static Optional<AwsCredentials> credentials(Map<String, String> environment) {
        String key = environment.get("AWS_ACCESS_KEY_ID");
        String secret = environment.get("AWS_SECRET_ACCESS_KEY");
        String session = environment.get("AWS_SESSION_TOKEN");
        if (key == null || secret == null) {
            return Optional.empty();
        }
        return Optional.of(
                session == null
                        ? AwsBasicCredentials.create(key, secret)
                        : AwsSessionCredentials.create(key, secret, session));
    }

    private static Optional<String> first(Map<String, String> environment, String... names) {
        for (String name : names) {
            String value = environment.get(name);
            if (value != null && !value.isBlank()) {
                return Optional.of(value);
            }
        }
        return Optional.empty();
    }

    private static MedullaException user(String sentence, Throwable trouble) {
        return new MedullaException(ErrorCode.USER, sentence, trouble);
    }
}
